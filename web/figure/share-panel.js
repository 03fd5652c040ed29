// share-panel.js — what a reader takes away: a link to all of this, a figure for a page of one's own, pictures, traces, the program.
import { html } from "./dom.js";
import { toFragment } from "./share.js";
import { numberText, STRINGS } from "./strings.js";

/** @typedef {import("./element.js").SluiceFigure} SluiceFigure */

/** @param {SluiceFigure} figure @returns {import("./panels.js").Panel} */
export function makePanel(figure) {
  const status = html("span", { class: "share-status", role: "status" });
  const link = html("input", { type: "text", name: "link", readonly: true, class: "share-link", "aria-label": STRINGS.link });
  const command = html("code", {});
  const refresh = async () => { link.value = await linkOf(figure); };
  link.addEventListener("focus", async () => { await refresh(); link.select(); });

  const copy = async (/** @type {string} */ text, /** @type {string} */ said) => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = said;
    } catch {
      // No clipboard here: the text stands ready to be copied by hand.
      link.value = text;
      link.focus();
      link.select();
      status.textContent = STRINGS.copyByHand;
    }
  };
  const save = (/** @type {string} */ name, /** @type {string} */ type, /** @type {string} */ text) => {
    const anchor = html("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href));
    status.textContent = `${name} · ${numberText(Math.max(1, Math.round(text.length / 1024)))} kB`;
  };
  /** @param {string} label @param {() => Promise<void>} action */
  const button = (label, action) => {
    const element = html("button", { type: "button", class: "textual" }, label);
    element.addEventListener("click", async () => {
      element.disabled = true;
      try {
        await action();
      } catch (error) {
        status.textContent = `${STRINGS.didNotWork} ${error instanceof Error ? error.message : ""}`;
      }
      element.disabled = false;
    });
    return element;
  };
  const row = (/** @type {string} */ name, /** @type {Element[]} */ ...parts) => html("div", { class: "share-row" }, html("span", { class: "share-name" }, name), ...parts);

  const element = html("div", { class: "share" },
    row(STRINGS.link, link, button(STRINGS.copyLink, async () => {
      await refresh();
      history.replaceState(history.state, "", link.value);
      await copy(link.value, STRINGS.copied);
    })),
    row(STRINGS.embed, button(STRINGS.copyEmbed, () => copy(embedOf(figure), STRINGS.copiedEmbed))),
    row(STRINGS.save,
      button(STRINGS.savePicture, async () => save("sluice.svg", "image/svg+xml", await figure.picture())),
      button(STRINGS.saveAnimation, async () => {
        const { animationOf } = await import("./animation.js");
        save("sluice-animated.svg", "image/svg+xml", await animationOf(figure, (share) => { status.textContent = `${Math.round(share * 100)} %`; }));
      }),
      button(STRINGS.saveTrace, async () => save("trace.json", "application/json", await figure.export("json"))),
      button(STRINGS.saveChrome, async () => save("trace-perfetto.json", "application/json", await figure.export("chrome")))),
    row(STRINGS.runIt, button(STRINGS.saveProgram, async () => save("program.py", "text/x-python", figure.source)), command,
      button(STRINGS.copyCommand, () => copy(command.textContent ?? "", STRINGS.copied))),
    status);
  return {
    element,
    setRun() {
      command.textContent = `python${figure.run?.python ?? "3"} program.py`;
      void refresh();
    },
  };
}

/** The address of this page, this figure, in this state. @param {SluiceFigure} figure */
async function linkOf(figure) { return `${location.href.split("#")[0]}#${await toFragment(figure.sharedState)}`; }

/** HTML for a page of one's own. @param {SluiceFigure} figure */
function embedOf(figure) {
  const attributes = Array.from(figure.attributes).filter(({ name }) => ["python", "view", "counts", "instruction-cost", "switch-interval", "cpu-count", "disk-latency", "no-gil", "label"].includes(name))
    .map(({ name, value }) => ` ${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`).join("");
  const escaped = (/** @type {string} */ text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const files = Object.entries(figure.files).map(([name, text]) => `<pre data-file="${escaped(name).replace(/"/g, "&quot;")}">${escaped(text)}</pre>\n`).join("");
  return `<script type="module" src="sluice.js"></script>\n<sluice-figure${attributes}>\n<pre><code>${escaped(figure.source)}</code></pre>\n${files}</sluice-figure>\n`;
}
