import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const EVERY_MS = 50;

/** How far memory rose above what it was, in bytes. */
export interface Growth {
  /** The page's process: its threads, workers included. */
  page: number;
  /** All processes of the browser, storage included. */
  browser: number;
}

/**
 * Watches the resident memory of a browser by the profile that it was started with (Linux only: reads /proc). The
 * answer ends it.
 */
export function watchMemory(profile: string): () => Growth {
  const processes = processesOf(profile);
  const sample = (): Growth => {
    const sizes = processes.map(({ pid, isPage }) => ({ isPage, bytes: residentBytes(pid) }));
    const sum = (of: typeof sizes): number => of.reduce((total, { bytes }) => total + bytes, 0);
    return { page: sum(sizes.filter(({ isPage }) => isPage)), browser: sum(sizes) };
  };
  const before = sample();
  const peak = { ...before };
  const look = (): void => {
    const now = sample();
    peak.page = Math.max(peak.page, now.page);
    peak.browser = Math.max(peak.browser, now.browser);
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    look();
    return { page: peak.page - before.page, browser: peak.browser - before.browser };
  };
}

interface Process {
  pid: number;
  isPage: boolean;
}

function processesOf(profile: string): Process[] {
  const all = pids().flatMap((pid) => {
    const command = textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    // After the name in brackets, which may hold anything: state and parent.
    const parent = Number(textOf(`/proc/${pid}/stat`).split(') ').pop()?.split(' ')[1]);
    return command === '' ? [] : [{ pid, parent, command }];
  });
  const main = all.find(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='),
  );
  if (main === undefined) return [];
  const family = new Set([main.pid]);
  // A child's number may be below its parent's.
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all
    .filter(({ pid }) => family.has(pid))
    .map(({ pid, command }) => ({ pid, isPage: command.includes('--type=renderer') }));
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function residentBytes(pid: number): number {
  return Number(textOf(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES;
}

/** Empty when the process has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
