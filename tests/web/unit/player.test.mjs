// Tests of web/figure/player.js: the playhead.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Axis } from "../../../web/figure/axis.js";
import { Player } from "../../../web/figure/player.js";
import { gateRun, makeRun } from "./runs.mjs";

function makePlayer() {
  const player = new Player();
  player.setAxis(new Axis(gateRun()));
  return player;
}

test("playing moves from the start to the end in the length that it says, then ends", () => {
  const player = makePlayer();

  player.play();
  player.tick(player.duration / 2);
  assert.ok(Math.abs(player.at - 0.5) < 1e-9);
  player.tick(player.duration);

  assert.equal(player.at, 1);
  assert.equal(player.state, "ended");
});

test("twice the speed takes half the time", () => {
  const player = makePlayer();
  const before = player.duration;

  player.speed = 2;

  assert.equal(player.duration, before / 2);
});

test("a step back returns to the place before a step forward", () => {
  const player = makePlayer();
  player.seek(0.3);
  player.step(1);
  const at = player.at;

  player.step(1);
  player.step(-1);

  assert.equal(player.at, at);
  assert.equal(player.state, "paused");
});

test("playing at the end begins anew", () => {
  const player = makePlayer();
  player.seek(1);

  player.play();

  assert.equal(player.at, 0);
});

test("another run keeps the clock where it was", () => {
  const player = makePlayer();
  player.seek(player.axis?.positionAt(0.5) ?? 0);

  player.setAxis(new Axis(makeRun({ events: [[0, "Step"], [2, "End"]] })));

  assert.ok(Math.abs((player.axis?.whenAt(player.at) ?? 0) - 0.5) < 1e-9);
});

test("time does nothing to a player that stands", () => {
  const player = makePlayer();
  player.seek(0.25);

  player.tick(10);

  assert.equal(player.at, 0.25);
});
