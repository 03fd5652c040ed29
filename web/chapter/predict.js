// predict.js — a question before the answer moves: the reader chooses, then the figure plays and shows it.
//
// In the page: <fieldset class="predict" data-for="figure-order"> with buttons; the right one carries data-right. A word after it.

/** Wires all questions of the page. */
export function watchPredictions() {
  for (const question of document.querySelectorAll(".predict[data-for]")) {
    const figure = /** @type {import("../figure/element.js").SluiceFigure | null} */ (document.querySelector(`#${question.getAttribute("data-for")} sluice-figure`));
    const verdict = question.querySelector("[role=status]");
    for (const button of question.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        for (const other of question.querySelectorAll("button")) other.removeAttribute("aria-pressed");
        button.setAttribute("aria-pressed", "true");
        const isRight = button.hasAttribute("data-right");
        question.setAttribute("data-verdict", isRight ? "right" : "wrong");
        if (verdict) verdict.textContent = (isRight ? question.getAttribute("data-yes") : question.getAttribute("data-no")) ?? "";
        figure?.player.restart();
        figure?.player.play();
      });
    }
  }
}
