// acts.js — what each key does to a figure; keyboard.js says which key means what.

/** @param {import("./player.js").Player} player @param {import("./frame.js").Frame} frame @param {import("./keyboard.js").Intent} intent @returns {boolean} whether it did anything */
export function act(player, frame, intent) {
  const { controls, panels } = frame;
  switch (intent) {
    case "toggle": player.toggle(); return true;
    case "step+": player.pause(); player.step(1); return true;
    case "step-": player.pause(); player.step(-1); return true;
    case "moment+": player.pause(); player.stepMoment(1); return true;
    case "moment-": player.pause(); player.stepMoment(-1); return true;
    case "start": player.seek(0); return true;
    case "end": player.seek(1); return true;
    case "tenth+": player.seek(player.at + 0.1); return true;
    case "tenth-": player.seek(player.at - 0.1); return true;
    case "faster": controls.changeSpeed(0.5); return true;
    case "slower": controls.changeSpeed(-0.5); return true;
    case "print+": return frame.jump("print", 1);
    case "print-": return frame.jump("print", -1);
    case "failure+": return frame.jump("failure", 1);
    case "failure-": return frame.jump("failure", -1);
    case "mark": frame.toggleBookmark(); return true;
    case "mark+": return frame.jump("bookmark", 1);
    case "mark-": return frame.jump("bookmark", -1);
    case "why": frame.why.toggle(); return true;
    case "table": case "share": case "help": void panels.toggle(intent); return true;
    case "close": if (!panels.isOpen) return false; panels.close(); return true;
  }
}
