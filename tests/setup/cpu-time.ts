/** This process's own time in milliseconds, since a reading: other work on the machine does not count. */
export function cpuMilliseconds(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
