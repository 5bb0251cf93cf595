// Chromium without a window, for tests and pictures. Another one: FORECOURT_CHROMIUM=/path/to/it
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

// the one without windows does the same for half the work; Debian: apt-get install chromium-headless-shell
const PROGRAM = process.env.FORECOURT_CHROMIUM ?? ["/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);

export const startChromium = () => chromium.launch({ executablePath: PROGRAM, args: FLAGS });
