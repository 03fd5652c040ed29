// predict.js — a question before the answer moves: the reader chooses, then the figure plays and shows it.
//
// In the page: <fieldset class="predict" data-for="figure-order"> with buttons. The right one carries data-right; `data-set="shape=gather"`
// turns the figure's parameter first, so that what plays is what was asked about; data-just-show plays without an answer.
import { withValue } from "../figure/parameter-text.js";

/** @typedef {import("../figure/element.js").SluiceFigure} SluiceFigure */

/** Sets a parameter of a figure's program. @param {SluiceFigure} figure @param {string} setting "name=value" */
function setParameter(figure, setting) {
  const [name, value] = setting.split("=");
  const parameter = figure.run?.parameters.find((each) => each.name === name);
  const wanted = parameter ? withValue(figure.source, parameter, value, figure.run?.source) : figure.source;
  if (wanted !== figure.source) figure.source = wanted;
}

/** Wires all questions of the page. */
export function watchPredictions() {
  for (const question of document.querySelectorAll("fieldset.predict[data-for]")) {
    const figure = /** @type {SluiceFigure | null} */ (document.querySelector(`#${question.getAttribute("data-for")} sluice-figure`));
    const verdict = question.querySelector("[role=status]");
    for (const button of question.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        for (const other of question.querySelectorAll("button")) other.removeAttribute("aria-pressed");
        button.setAttribute("aria-pressed", "true");
        const answer = button.hasAttribute("data-just-show") ? "none" : button.hasAttribute("data-right") ? "right" : "wrong";
        question.setAttribute("data-verdict", answer);
        if (verdict) verdict.textContent = { none: "", right: question.getAttribute("data-yes"), wrong: question.getAttribute("data-no") }[answer];
        if (!figure) return;
        setParameter(figure, button.getAttribute("data-set") ?? "");
        figure.player.restart();
        figure.player.play();
      });
    }
  }
}
