import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const SHELL = /^(sh|dash|bash|zsh|ksh|ash)$/;

/** The processes without which the mocks end: this one, and npx if that started it, with the shell between. */
export function starters(environment = process.env, parent = process.ppid, find = found) {
  // npm run may leave a program in the background, npx waits for it
  if (environment.npm_command !== 'exec' || process.platform === 'win32') return [process.pid];
  const shell = find(parent);
  return SHELL.test(shell?.name) ? [process.pid, parent, shell.parent] : [process.pid, parent];
}

function found(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return { name, parent: Number(parent) };
  } catch {
    // no Linux
    const said = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    const [, parent, path] = /^\s*(\d+)\s+(.*)/.exec(said) ?? [];
    return path && { name: path.trim().replace(/^.*\//, ''), parent: Number(parent) };
  }
}
