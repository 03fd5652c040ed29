// Every control of a figure, by mouse and by keyboard; and there is none that is not in the list.
import { editorOf, expect, seek, standingFigure, test } from "./page.mjs";

/** @typedef {import("@playwright/test").Locator} Locator */
/**
 * role and name as a reader is told them; key: what is pressed while it has the focus; press: with the mouse, a click unless given;
 * shows: what is true of the figure afterwards, and was not before
 * @typedef {{ role: "button" | "slider" | "checkbox" | "combobox", name: string, key: string, press?: (control: Locator) => Promise<unknown>, shows: (figure: any) => boolean }} Control
 */

/** Where a slider is pressed, as a share of its width. @param {number} share */
const pressAt = (share) => async (/** @type {Locator} */ control) => {
  const box = await control.boundingBox();
  if (!box) throw new Error("the slider is not to be seen");
  await control.click({ position: { x: box.width * share, y: box.height / 2 } });
};

/** In the figure they stand at 0.4 of a run with limit = 2, modelled on 3.13. @type {Control[]} */
const CONTROLS = [
  { role: "slider", name: "limit", key: "ArrowRight", press: pressAt(0.9), shows: (figure) => !figure.source.includes("limit = 2 ") },
  { role: "combobox", name: "Version of Python that is modelled", key: "ArrowUp", press: (control) => control.selectOption("3.10"), shows: (figure) => figure.run.python !== "3.13" },
  { role: "slider", name: "Position in time", key: "ArrowRight", press: pressAt(0.9), shows: (figure) => figure.player.at > 0.4 },
  { role: "checkbox", name: "critical path", key: "Space", shows: (figure) => figure.shadowRoot.querySelector("[data-critical]") !== null },
  { role: "checkbox", name: "true scale", key: "Space", shows: (figure) => figure.player.axis.isTrueScale },
  { role: "button", name: "Keep as A, to compare", key: "Enter", shows: (figure) => figure.kept !== null },
  { role: "button", name: "Why now?", key: "Enter", shows: (figure) => figure.shadowRoot.querySelectorAll(".why:not([hidden]) .reason").length > 0 },
  { role: "button", name: "Back to the start", key: "Enter", shows: (figure) => figure.player.at === 0 },
  { role: "button", name: "One step back", key: "Enter", shows: (figure) => figure.player.at < 0.4 },
  { role: "button", name: "Play", key: "Enter", shows: (figure) => figure.state === "playing" },
  { role: "button", name: "One step forward", key: "Enter", shows: (figure) => figure.player.at > 0.4 && figure.state === "paused" },
  { role: "button", name: "To the next print", key: "Enter", shows: (figure) => figure.player.at > 0.4 },
  { role: "button", name: "Bookmark this moment", key: "Enter", shows: (figure) => figure.shadowRoot.querySelectorAll(".mark").length === 1 },
  { role: "slider", name: "Speed", key: "ArrowRight", press: pressAt(0.9), shows: (figure) => figure.speed > 1 },
  { role: "button", name: "The run as a table", key: "Enter", shows: (figure) => figure.shadowRoot.querySelector(".panel .trace-table") !== null },
  { role: "button", name: "Share and save", key: "Enter", shows: (figure) => figure.shadowRoot.querySelector(".panel .share") !== null },
  { role: "button", name: "Keyboard", key: "Enter", shows: (figure) => figure.shadowRoot.querySelector(".panel .help") !== null },
];

for (const way of /** @type {const} */ (["mouse", "keyboard"])) {
  test(`every control of a figure does what it says by ${way}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const { role, name, key, press = (/** @type {Locator} */ control) => control.click(), shows } of CONTROLS) {
      await page.goto("/");
      const figure = await standingFigure(page, "figure-gate");
      await seek(figure, 0.4);
      const control = figure.getByRole(role, { name, exact: true });
      expect(await figure.evaluate(shows), `${name}, before`).toBe(false);

      if (way === "mouse") await press(control);
      else {
        await control.focus();
        await page.keyboard.press(key);
      }

      await expect.poll(() => figure.evaluate(shows), name).toBe(true);
    }
  });
}

test("Tab comes to every control, and there is none that is not in the list", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  await seek(figure, 1);
  await figure.evaluate(() => { /** @type {HTMLElement} */ (document.querySelector("#throttling .anchor")).focus(); });

  /** @type {string[]} */ const reached = [];
  await page.keyboard.press("Tab");
  while (await figure.evaluate((element) => document.activeElement === element)) {
    reached.push(await figure.evaluate(({ shadowRoot }) => {
      const at = /** @type {HTMLInputElement} */ (shadowRoot?.activeElement);
      return at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent?.replace(at.value, "").trim() ?? at.textContent ?? "";
    }));
    await page.keyboard.press("Tab");
  }

  const lines = await figure.locator(".output-line").allTextContents();
  expect([...reached].sort()).toEqual([...CONTROLS.map(({ name }) => name), "Program", "Output", ...lines].sort());
});

test("a choice and a switch among the parameters, by mouse and by keyboard", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/playground.html");
  const figure = await standingFigure(page, "", "sluice-figure");
  const source = () => figure.evaluate((/** @type {any} */ element) => element.source);
  await figure.evaluate((/** @type {any} */ element) => element.open('way = "loop"  #: loop | thread\nloud = False  #: bool\nprint(way, loud)\n'));
  await expect(figure.getByRole("radio", { name: "loop" })).toBeChecked();

  await figure.locator(".segment", { hasText: "thread" }).click();
  await expect.poll(source).toContain('way = "thread"');
  await figure.getByRole("radio", { name: "thread" }).press("ArrowLeft");
  await expect.poll(source).toContain('way = "loop"');

  await figure.getByRole("switch", { name: "loud" }).click();
  await expect.poll(source).toContain("loud = True");
  await figure.getByRole("switch", { name: "loud" }).press("Space");
  await expect.poll(source).toContain("loud = False");
});

test("a printed line, a reason and Reset can be pressed by keyboard", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  const at = () => figure.evaluate((/** @type {any} */ element) => element.player.at);
  await seek(figure, 1);

  await figure.getByRole("button", { name: /fetched 3/ }).press("Enter");
  const printed = await at();
  expect(printed).toBeLessThan(1);

  await figure.getByRole("button", { name: "Why now?" }).press("Enter");
  await figure.locator(".why .reason").last().press("Enter");
  expect(await at()).toBeLessThan(printed);

  await editorOf(figure);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("x = 1\n");
  await figure.getByRole("button", { name: "Reset" }).press("Enter");
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.source.includes("x = 1"))).toBe(false);
});

test("each key of the list does what the list says", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  const figure = await standingFigure(page, "figure-gate");
  await figure.getByRole("slider", { name: "Position in time" }).focus();
  const at = () => figure.evaluate((/** @type {any} */ element) => element.player.at);
  const after = async (/** @type {string} */ key) => { await page.keyboard.press(key); return at(); };
  await seek(figure, 0.5);

  const moment = await after("Shift+ArrowRight");
  expect(moment).toBeGreaterThan(0.5);
  expect(await after("Shift+ArrowLeft")).toBeLessThan(moment);
  await seek(figure, 0.5);
  expect(await after("PageUp")).toBeCloseTo(0.4, 6);
  expect(await after("PageDown")).toBeCloseTo(0.5, 6);
  const speed = () => figure.evaluate((/** @type {any} */ element) => element.speed);
  await page.keyboard.press("+");
  expect(await speed()).toBeGreaterThan(1);
  await page.keyboard.press("-");
  expect(await speed()).toBe(1);
  for (const [key, panel] of [["t", ".trace-table"], ["s", ".share"], ["?", ".help"]]) {
    await page.keyboard.press(key);
    await expect(figure.locator(`.panel ${panel}`)).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await expect(figure.locator(".panel")).toBeHidden();
});
