// archive.mjs — a zip file that is the same whenever it is made of the same files, and the list of checksums.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

/** The first day that a zip file knows, 1 January 1980: the time of building is no part of what is built. */
const DATE = 33;
/** "needs version 2.0": deflate. */
const VERSION = 20;
/** Names are in UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** Unix, so that the mode below is looked at; readable by all, writable by the owner. */
const MADE_BY = (3 << 8) | VERSION;
const MODE = 0o100644;

/** Files below a folder, by name, in the order of their names. @param {string} folder @returns {string[]} with slashes */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).split(sep).join("/")).sort();
}

/** @param {string} folder @param {string[]} names @returns {string} a line a file, as sha256sum writes and checks them */
export function checksums(folder, names) {
  return names.map((name) => `${createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")}  ${name}\n`).join("");
}

/**
 * @param {{ name: string, content: Buffer }[]} files
 * @returns {Buffer} the zip file
 */
export function zip(files) {
  /** @type {Buffer[]} */ const chunks = [];
  /** @type {Buffer[]} */ const directory = [];
  let at = 0;
  for (const { name, content } of files) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content, { level: 9 });
    // The fields that an entry has in both places, from "version needed" to "length of the extra field".
    const fields = Buffer.alloc(26);
    [[VERSION, 0, 2], [FLAGS, 2, 2], [DEFLATED, 4, 2], [0, 6, 2], [DATE, 8, 2], [crc32(content), 10, 4], [packed.length, 14, 4], [content.length, 18, 4], [path.length, 22, 2]]
      .forEach(([value, offset, size]) => fields.writeUIntLE(value, offset, size));
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(MODE * 0x10000, 6);
    entry.writeUInt32LE(at, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, MADE_BY & 255, MADE_BY >> 8]), fields, entry, path);
    const local = [Buffer.from([0x50, 0x4b, 3, 4]), fields, path, packed];
    chunks.push(...local);
    at += local.reduce((sum, part) => sum + part.length, 0);
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  Buffer.from([0x50, 0x4b, 5, 6]).copy(end);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, index, end]);
}
