// contents.js — the contents that follow the reading: the section in sight is named in the masthead, which opens the whole list.

/** Builds the masthead's list out of the page's own contents, and keeps both in step with the reading. */
export function followReading() {
  const menu = document.querySelector("details.here");
  const list = menu?.querySelector("ol");
  const summary = menu?.querySelector("summary");
  const place = summary?.querySelector("span");
  if (!menu || !list || !summary || !place) return;
  for (const item of document.querySelectorAll(".contents li")) list.append(item.cloneNode(true));
  const sections = Array.from(document.querySelectorAll("main section[id]"));
  /** @type {Map<string, Element[]>} */ const links = new Map(sections.map(({ id }) => [id, Array.from(document.querySelectorAll(`.contents a[href="#${id}"], .here a[href="#${id}"]`))]));

  /** Marks the section that is being read: the last whose heading has passed the upper third. */
  function mark() {
    const line = innerHeight / 3;
    const current = sections.filter((section) => section.getBoundingClientRect().top < line).pop();
    for (const [id, all] of links) {
      for (const link of all) {
        if (current?.id === id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }
    const [link] = links.get(current?.id ?? "") ?? [];
    const title = link ? `${sections.indexOf(/** @type {Element} */ (current)) + 1} · ${link.textContent}` : "Contents";
    if (place && place.textContent !== title) place.textContent = title;
  }

  let isAsked = false;
  /** Once a frame: where sections are is known for nothing then. */
  function ask() {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => { isAsked = false; mark(); });
  }
  addEventListener("scroll", ask, { passive: true });
  list.addEventListener("click", () => menu.removeAttribute("open"));
  addEventListener("pointerdown", (event) => { if (event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute("open"); });
  menu.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key !== "Escape") return;
    menu.removeAttribute("open");
    summary.focus();
  });
  ask();
}
