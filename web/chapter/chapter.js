// chapter.js — the page's own script: the figures, what the reader does with them, and the contents that follow the reading.
import { createEngine } from "../engine/engine.js";
import { SluiceFigure } from "../sluice.js";
import { followReading } from "./contents.js";
import { holdLandings } from "./landings.js";
import { makeLoopGame } from "./loop-game.js";
import { lightUpNouns } from "./nouns.js";
import { makeOffload } from "./offload.js";
import { watchPredictions } from "./predict.js";
import { whenQuiet } from "./quiet.js";
import { watchTasks } from "./tasks.js";

/** Steps through the loop, beside the figure of their program. */
function makeLoopGames() {
  for (const place of document.querySelectorAll(".loop-game")) {
    const figure = document.querySelector(`#${place.getAttribute("data-for")} sluice-figure`);
    if (figure instanceof SluiceFigure && place instanceof HTMLElement) makeLoopGame(place, figure);
  }
}

watchTasks();
watchPredictions();
holdLandings();
// These take long on a slow machine; the first figure comes before them.
for (const begin of [followReading, lightUpNouns, makeLoopGames, makeOffload]) whenQuiet(begin, 1500);

// The figures' own programs come recorded. The engine is fetched in a quiet moment, so that it is there when the reader changes one.
addEventListener("load", () => whenQuiet(() => void createEngine().catch(() => undefined)));
