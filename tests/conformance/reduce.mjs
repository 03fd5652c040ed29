// reduce.mjs — shrinks a program that shows a difference, for as long as the difference stays.

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
 * @param {(source: string) => Promise<boolean>} stillFails  false for programs that are no longer valid, too
 * @returns {Promise<string>} cost: one call of `stillFails` for each cut that is tried, some hundreds
 */
export async function reduce(source, stillFails) {
  let lines = source.split('\n');
  for (let shrunk = true; shrunk; ) {
    shrunk = false;
    for (const candidate of cuts(lines)) {
      if (candidate.join('\n').length >= lines.join('\n').length || !(await stillFails(candidate.join('\n')))) continue;
      lines = candidate;
      shrunk = true;
      break;
    }
  }
  return lines.join('\n');
}
