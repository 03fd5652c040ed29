// reduce.mjs — shrinks a program that shows a difference, for as long as the difference stays.

/** Candidates that are judged at a time: large cuts come first, and most of them are no use. */
const AT_A_TIME = 24;

/** @param {string} line */
const indentOf = (line) => line.length - line.trimStart().length;

/**
 * Ways to make a program shorter by one cut that keeps its indentation sound: drop a line with its block, or put a block in
 * place of its head. Large cuts come first.
 *
 * @param {string[]} lines
 * @returns {Generator<string[]>}
 */
function* cuts(lines) {
  const blocks = lines
    .map((line, start) => {
      let end = start + 1;
      while (end < lines.length && (lines[end].trim() === '' || indentOf(lines[end]) > indentOf(line))) end++;
      return { start, end };
    })
    .filter(({ start }) => lines[start].trim() !== '')
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end } of blocks) {
    yield [...lines.slice(0, start), ...lines.slice(end)];
    yield [...lines.slice(0, start), `${' '.repeat(indentOf(lines[start]))}pass`, ...lines.slice(end)];
    if (end - start < 2) continue;
    const inner = lines.slice(start + 1, end).map((line) => line.slice(4));
    yield [...lines.slice(0, start), ...inner, ...lines.slice(end)];
  }
}

/**
 * The shortest program found that still fails.
 *
 * @param {string} source
 * @param {(sources: string[]) => Promise<boolean[]>} stillFail  which of several programs do; false for those that are not valid
 * @returns {Promise<string>} cost: one call of `stillFail` for each AT_A_TIME cuts that are tried, some dozens
 */
export async function reduce(source, stillFail) {
  let lines = source.split('\n').filter((line) => line.trim() !== '');
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    const candidates = [...cuts(lines)].filter((candidate) => candidate.join('\n').length < lines.join('\n').length);
    for (let start = 0; start < candidates.length && !shrunk; start += AT_A_TIME) {
      const some = candidates.slice(start, start + AT_A_TIME);
      const fails = await stillFail(some.map((candidate) => candidate.join('\n')));
      const found = fails.indexOf(true);
      if (found < 0) continue;
      lines = some[found];
      shrunk = true;
    }
  }
  return `${lines.join('\n')}\n`;
}
