#!/usr/bin/env node
// cli.js — the command `sluice` of the npm package.
import { readFileSync, writeFileSync } from "node:fs";
import { checkFile } from "./check.js";
import { expand } from "./file-names.js";
import { run } from "./index.js";
import { ATTRIBUTES, record } from "./record.js";
import { terminalText } from "./terminal.js";

const USAGE = `usage: sluice check [--update] FILE|FOLDER|PATTERN ...   runs every marked program of documents (.md, .rst, .html)
       sluice run [--python 3.13] PROGRAM.py               runs a program, and shows what a terminal would
       sluice record [--python 3.13] PROGRAM.py            makes PROGRAM.run.json, which a figure plays before the engine has come

check fails where a program does not run, or prints something else than the block after it that is marked "output".
--update writes into those blocks what the programs print.
record takes what the figure says about its run: --python, --instruction-cost, --switch-interval, --cpu-count, --disk-latency, --no-gil.
`;

/** @param {string} words @returns {never} */
function refuse(words) {
  console.error(words);
  process.exit(2);
}

/** @param {string[]} given */
async function check(given) {
  const update = given.includes("--update");
  const patterns = given.filter((each) => !each.startsWith("-"));
  if (patterns.length === 0 || given.some((each) => each.startsWith("-") && each !== "--update")) refuse(USAGE);
  const files = expand(patterns);
  if (files.length === 0) refuse(`sluice check: ${patterns.join(" ")} names no file`);
  let [checked, updated, failed] = [0, 0, 0];
  for (const file of files) {
    const result = await checkFile(file, run, { update });
    for (const fault of result.faults) console.log(fault);
    checked += result.checked;
    updated += result.updated;
    failed += result.faults.length;
  }
  console.log(`${checked} ${checked === 1 ? "program" : "programs"} in ${files.length} ${files.length === 1 ? "file" : "files"}: ${failed} failed${update ? `, ${updated} updated` : ""}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** @param {string[]} given */
async function runProgram(given) {
  const at = given.indexOf("--python");
  const python = at < 0 ? undefined : given.splice(at, 2)[1];
  if (given.length !== 1 || given[0].startsWith("-")) refuse(USAGE);
  const result = await run(readFileSync(given[0], "utf8"), { fileName: given[0], ...(python ? { python } : {}) }).catch((error) => refuse(`sluice run: ${given[0]} cannot be run: ${error.message}`));
  for (const { line, column, message, hint } of result.diagnostics) console.error(`${given[0]}:${line}:${column + 1}: ${message}${hint ? ` ${hint}` : ""}`);
  if (result.diagnostics.length === 0) process.stdout.write(terminalText(result));
  process.exitCode = result.failure || result.diagnostics.length > 0 ? 1 : 0;
}

/** @param {string[]} given */
async function makeRecording(given) {
  /** @type {Map<string, string>} */ const attributes = new Map();
  /** @type {string[]} */ const files = [];
  for (let i = 0; i < given.length; ++i) {
    const name = given[i].replace(/^--/, "");
    if (name === given[i]) files.push(name);
    else if (!ATTRIBUTES.includes(name)) refuse(USAGE);
    else attributes.set(name, name === "no-gil" ? "" : given[++i] ?? refuse(USAGE));
  }
  if (files.length !== 1) refuse(USAGE);
  const [file] = files;
  const source = readFileSync(file, "utf8").replace(/\r\n?/g, "\n");
  const { recording } = await record(source, attributes, run).catch((error) => refuse(`sluice record: ${file}:${error.message}`));
  const made = `${file.replace(/\.py$/, "")}.run.json`;
  writeFileSync(made, recording);
  const said = Array.from(attributes, ([name, value]) => ` ${name}${value ? `="${value}"` : ""}`).join("");
  console.log(`${made}, ${recording.length} bytes:\n  <sluice-figure src="${file}" recording="${made}"${said}></sluice-figure>`);
}

const [command, ...given] = process.argv.slice(2);
if (command === "check") await check(given);
else if (command === "run") await runProgram(given);
else if (command === "record") await makeRecording(given);
else if (command === "--help" || command === "-h") console.log(USAGE);
else refuse(USAGE);
