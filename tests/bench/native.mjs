/** Runs a program to its end and says what it cost: seconds of wall and of processor, and peak memory. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** The kernel counts processor time of a process in hundredths of a second. */
const TICKS = 100;

/** { wall, cpu, peak, output }; seconds and megabytes, null where the system has no /proc. */
export async function run(program, args) {
  const before = childrenSeconds();
  const start = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  let peak = null;
  // A high-water mark only rises: the last look before the end is the peak, or a hair below it.
  const watch = setInterval(() => (peak = peakMegabytes(child.pid) ?? peak), 4);
  child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  const status = await new Promise((done, failed) => child.on("close", done).on("error", failed));
  clearInterval(watch);
  if (status !== 0) throw new Error(`${program} ended with status ${status}.`);
  const wall = (performance.now() - start) / 1000;
  return { wall, cpu: before === null ? null : childrenSeconds() - before, peak, output };
}

/** Processor seconds of the children that have ended, user and system together. */
function childrenSeconds() {
  const fields = read("/proc/self/stat")?.split(") ").pop().split(" ");
  return fields ? (Number(fields[13]) + Number(fields[14])) / TICKS : null;
}

/** Peak resident memory of a process that runs. */
export function peakMegabytes(pid) {
  const peak = /VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? "");
  return peak && Number(peak[1]) / 1024;
}

/** Resident memory of a process now. */
export function residentMegabytes(pid) {
  const now = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? "");
  return now && Number(now[1]) / 1024;
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
