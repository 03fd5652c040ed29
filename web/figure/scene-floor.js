// scene-floor.js — where the tasks stand that are nowhere else: together, or by what they belong to where a program has several kinds. Pure.

/** @typedef {import("./lookup.js").Lookup} Lookup */
/** @typedef {import("./names.js").TaskName} TaskName */
/** @typedef {{ name: string, tasks: number[] }} Group name: empty for those that share no name */
/** @typedef {Group & { labelX: number, labelY: number, anchor: string, x: number, y: number, perRow: number }} PlacedGroup */

/** More kinds than this are not kept apart. */
const MOST_GROUPS = 5;
const LABEL_EM = 7.2;
const LONGEST_LABEL = 16;

/** What a label says without its number: "fetch" of "fetch 2". @param {string} label */
const stemOf = (label) => label.replace(/ \d+$/, "");

/** What several tasks are called, without their numbers; empty where they have different names. @param {number[]} tasks @param {Map<number, TaskName>} names */
export function commonName(tasks, names) {
  const stems = new Set(tasks.map((task) => stemOf(names.get(task)?.label ?? "")));
  return stems.size === 1 ? [...stems][0] : "";
}

/**
 * Tasks that are gathered together stand together, and so do tasks of one function. Where that makes fewer than two groups, or very many,
 * all stand in one. What has no companion stands first.
 * @param {number[]} tasks @param {Map<number, TaskName>} names @param {{ name: string, children: number[] }[]} results
 * @returns {Group[]}
 */
export function groupTasks(tasks, names, results) {
  const owner = new Map(results.flatMap(({ children }, index) => children.map((child) => [child, index])));
  /** @type {Map<string | number, number[]>} */ const byKind = new Map();
  for (const task of tasks) {
    const kind = owner.get(task) ?? stemOf(names.get(task)?.label ?? "");
    const there = byKind.get(kind);
    if (there) there.push(task);
    else byKind.set(kind, [task]);
  }
  const groups = [...byKind].filter(([, members]) => members.length > 1);
  if (groups.length < 2 || groups.length > MOST_GROUPS) return [{ name: "", tasks }];
  const alone = [...byKind.values()].filter((members) => members.length === 1).flat();
  return [...(alone.length > 0 ? [{ name: "", tasks: alone }] : []),
    ...groups.map(([kind, members]) => ({ name: commonName(members, names) || (typeof kind === "number" ? results[kind].name : ""), tasks: members }))];
}

/**
 * @param {Group[]} groups @param {number} width @param {number} top @param {{ edge: number, radius: number, pitch: number, row: number, labelRoom: number, wide: number }} sizes
 * @returns {{ groups: PlacedGroup[], bottom: number }} CSS px; the names stand before the tasks where there is room for both, else over them
 */
export function placeGroups(groups, width, top, { edge, radius, pitch, row, labelRoom, wide }) {
  const isBefore = groups.length > 1 && width >= wide;
  const labelWidth = isBefore ? 12 + LABEL_EM * Math.max(...groups.map(({ name }) => Math.min(LONGEST_LABEL, name.length)), "tasks".length) : 0;
  const left = edge + labelWidth;
  const perRow = Math.max(1, Math.floor((width - edge - left) / pitch));
  let y = top + (isBefore ? 6 : 0);
  const placed = groups.map((group) => {
    if (!isBefore) y += labelRoom;
    const place = { ...group, perRow, x: left + radius, y: y + row / 2, labelX: isBefore ? left - 10 : edge, labelY: isBefore ? y + row / 2 + 4 : y - 4, anchor: isBefore ? "end" : "start" };
    y += Math.ceil(Math.max(1, group.tasks.length) / perRow) * row;
    return place;
  });
  return { groups: placed, bottom: y };
}

/** A name that fits. @param {string} name */
export const shortName = (name) => (name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1)}…` : name);
