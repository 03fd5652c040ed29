// frozen-style.js — drawings that keep their looks without the style sheet: what the browser computed, light and dark, as a few classes.

/** What the style sheet says about shapes and letters; everything else is in attributes already. */
const PROPERTIES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "fill-opacity", "visibility", "display", "font-family", "font-size", "font-weight", "font-style", "letter-spacing", "text-anchor"];
/** Values that need not be written: an SVG without a style has them. */
const USUAL = new Set(["fill:rgb(0, 0, 0)", "stroke:none", "stroke-width:1px", "stroke-dasharray:none", "stroke-linecap:butt", "stroke-linejoin:miter", "opacity:1", "fill-opacity:1", "visibility:visible", "display:inline", "font-weight:400", "font-style:normal", "letter-spacing:normal", "text-anchor:start"]);

/**
 * Takes styles from a place in the figure where they hold, and writes them as classes.
 * Cost: two passes of computed style over all elements.
 * @param {Element[]} drawings outermost elements, each with the ancestors' classes that its style needs; changed in place
 * @param {ShadowRoot} root
 * @returns {string} the text of a <style>
 */
export function freezeStyles(drawings, root) {
  const [light, dark] = ["light", "dark"].map((scheme) => {
    const place = document.createElement("div");
    place.className = "figure";
    for (const { name, value } of root.querySelector(".figure")?.attributes ?? []) if (name.startsWith("data-")) place.setAttribute(name, value);
    Object.assign(place.style, { position: "absolute", left: "-99999px", top: "0", display: "block", colorScheme: scheme });
    place.append(...drawings.map((drawing) => (scheme === "light" ? drawing : drawing.cloneNode(true))));
    root.append(place);
    return place;
  });
  const styles = [light, dark].map((place) => Array.from(place.querySelectorAll("*"), declarationsOf));
  /** @type {Map<string, string>} */ const names = new Map();
  Array.from(light.querySelectorAll("*")).forEach((element, i) => {
    const key = `${styles[0][i].join(";")}\n${styles[1][i].filter((each) => !styles[0][i].includes(each)).join(";")}`;
    const name = names.get(key) ?? `s${names.size}`;
    names.set(key, name);
    element.removeAttribute("style");
    if (key === "\n") element.removeAttribute("class");
    else element.setAttribute("class", name);
  });
  light.remove();
  dark.remove();
  const rules = [...names].map(([key, name]) => ({ name, parts: key.split("\n") }));
  const write = (/** @type {0 | 1} */ scheme) => rules.filter(({ parts }) => parts[scheme]).map(({ name, parts }) => `.${name}{${parts[scheme]}}`).join("");
  return `${write(0)}@media (prefers-color-scheme:dark){${write(1)}}`;
}

/** @param {Element} element */
function declarationsOf(element) {
  const style = getComputedStyle(element);
  const isText = element.tagName === "text" || element.tagName === "tspan";
  // An animation says itself when a thing is there.
  const isAnimated = element.hasAttribute("display");
  return PROPERTIES.filter((name) => (isText || !/^(font|letter|text)/.test(name)) && !(isAnimated && name === "display")).flatMap((name) => {
    // A grain is an attribute, and stays one.
    const value = style.getPropertyValue(name);
    return !value || value.startsWith("url(") || USUAL.has(`${name}:${value}`) ? [] : [`${name}:${value.replace(/, /g, ",")}`];
  });
}
