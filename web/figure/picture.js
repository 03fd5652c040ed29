// picture.js — the present frame as an SVG file that stands alone: scene over timeline, styles and grains written into it.

const SVG = "http://www.w3.org/2000/svg";
/** What the style sheet says about shapes and letters; everything else is in attributes already. */
const PROPERTIES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "visibility", "font-family", "font-size", "font-weight", "letter-spacing"];
const MARGIN = 16;

/**
 * @param {SVGSVGElement[]} parts from top to bottom, as they are on screen
 * @param {SVGSVGElement} patterns the grains that they refer to
 * @param {string} background a colour
 * @returns {string} the text of an .svg file
 */
export function pictureOf(parts, patterns, background) {
  const sizes = parts.map((part) => ({ width: Number(part.getAttribute("width")), height: Number(part.getAttribute("height")) }));
  const width = Math.max(...sizes.map((size) => size.width)) + 2 * MARGIN;
  const height = sizes.reduce((sum, size) => sum + size.height, 0) + (parts.length + 1) * MARGIN;
  const root = document.createElementNS(SVG, "svg");
  root.setAttribute("xmlns", SVG);
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  const paper = document.createElementNS(SVG, "rect");
  for (const [name, value] of [["width", String(width)], ["height", String(height)], ["fill", background]]) paper.setAttribute(name, value);
  root.append(styledCopy(patterns.querySelector("defs") ?? patterns), paper);
  let top = MARGIN;
  parts.forEach((part, i) => {
    const group = document.createElementNS(SVG, "g");
    group.setAttribute("transform", `translate(${MARGIN} ${top})`);
    for (const child of part.children) group.append(styledCopy(child));
    root.append(group);
    top += sizes[i].height + MARGIN;
  });
  return new XMLSerializer().serializeToString(root);
}

/** A copy whose style no longer needs the sheet. @param {Element} element @returns {Element} */
function styledCopy(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  const from = [element, ...element.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of PROPERTIES) {
      const value = style.getPropertyValue(name);
      if (value && value !== "normal" && !value.startsWith("url(")) to[i].setAttribute(name, value);
    }
    to[i].removeAttribute("style");
    to[i].removeAttribute("class");
  });
  return copy;
}
