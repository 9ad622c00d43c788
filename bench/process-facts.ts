/** What the kernel says of a process: CPU time and resident memory. Linux only; null elsewhere. */
import { readFileSync } from "node:fs";

/** The kernel counts in hundredths of a second (USER_HZ) on every platform we run on. */
const millisecondsPerTick = 10;

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** User and system time of the process so far, in milliseconds. proc(5), fields 14 and 15. */
export function cpuMilliseconds(pid: number): number | null {
  const stat = read(`/proc/${String(pid)}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
}

/** Resident memory in mebibytes. */
export function residentMebibytes(pid: number): number | null {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${String(pid)}/status`) ?? "")?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) / 1024;
}
