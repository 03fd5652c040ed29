// formats.mjs — random f-strings, str.format calls and % formatting.

/** @typedef {import('./values.mjs').Values} Values */

const STR_SPECS = ['', ':>8', ':<6', ':^7', ':*^9', ':.2', ':10.3', ':s', '!r', '!s', '!a', '!r:>10'];
const INT_SPECS = ['', ':d', ':5', ':05', ':+', ':,', ':_', ':x', ':#x', ':b', ':o', ':<4', ':^8', ':e', ':.1f', ':%', ':=+6', ':08,', ':#010b', '!r', ':g', ':n'];
const FLOAT_SPECS = ['', ':.2f', ':8.3f', ':+.1f', ':e', ':.3e', ':g', ':.3g', ':%', ':.1%', ':,.2f', ':010.2f', ':<9.1f', ':_', ':.0f', ':#.0f', ':G', ': .2f', '!r', ':.17g'];

/** An expression as it may stand in an f-string before 3.12: without backslashes and without the quote of the string. @param {string} text */
const isPlain = (text) => !/["\\\n#{}!:]|lambda/.test(text);

/** @param {Values} values @param {number} depth @returns {[string, string]} an expression and a format for its type */
function field(values, depth) {
  const r = values.random;
  return r.weighted([
    [3, () => /** @type {[string, string]} */ ([values.int(depth + 1), r.pick(INT_SPECS)])],
    [3, () => /** @type {[string, string]} */ ([values.float(depth + 1), r.pick(FLOAT_SPECS)])],
    [3, () => /** @type {[string, string]} */ ([values.str(depth + 1), r.pick(STR_SPECS)])],
    [1, () => /** @type {[string, string]} */ ([values.any(depth + 1), r.pick(['', '!r', '!s'])])],
  ])();
}

/** @param {Values} values @param {number} depth */
export function formatted(values, depth) {
  const r = values.random;
  const parts = r.times(1 + r.below(3), () => {
    const [expression, spec] = field(values, depth);
    const single = expression.replaceAll('"', "'");
    if (!isPlain(single) || /'[^']*"/.test(expression)) return r.pick(['{{}}', 'text', ' = ', '{1+1}', '{"x"!r:>{6}}'.replaceAll('"', "'")]);
    if (r.chance(0.1)) return `{(${single})=}`;
    if (r.chance(0.1)) return `{(${single})!s:>{${4 + r.below(9)}}}`;
    return `{(${single})${spec}}`;
  });
  return `f"${parts.join(r.pick([' ', ', ', '', '|']))}"`;
}

/** @param {Values} values @param {number} depth */
export function percentFormatted(values, depth) {
  const r = values.random;
  const parts = r.times(1 + r.below(2), () => r.weighted(/** @type {[number, () => [string, string]][]} */ ([
    [2, () => [r.pick(['%d', '%5d', '%-5d|', '%05d', '%+d', '%x', '%#o', '%i', '%c']), values.int(depth + 1)]],
    [2, () => [r.pick(['%f', '%.2f', '%8.3f', '%e', '%g', '%.0f', '%+.1e', '%G']), values.float(depth + 1)]],
    [2, () => [r.pick(['%s', '%r', '%10s', '%-8s|', '%.2s', '%a']), values.any(depth + 1)]],
  ]))());
  if (r.chance(0.15)) return `("%(key)s %(n)04d %%" % {"key": ${values.any(depth + 1)}, "n": ${values.int(depth + 1)}})`;
  return `("${parts.map(([spec]) => spec).join(' ')}" % (${parts.map(([, value]) => `${value}, `).join('')}))`;
}

/** @param {Values} values @param {number} depth */
export function strFormatted(values, depth) {
  const r = values.random;
  const fields = r.times(1 + r.below(3), () => field(values, depth));
  const names = r.pick(['auto', 'number', 'keyword']);
  const texts = fields.map(([, spec], index) =>
    `{${names === 'auto' ? '' : names === 'number' ? fields.length - 1 - index : 'xyz'[index]}${spec}}`);
  const args = fields.map(([expression], index) => (names === 'keyword' ? `${'xyz'[index]}=${expression}` : expression));
  if (r.chance(0.15)) return `"{0[1]} {0[0]:>5} {x.real}".format(${values.list(depth + 1)}, x=${values.int(depth + 1)})`;
  return `"${texts.join(' ')}".format(${args.join(', ')})`;
}
