// Runs tests in WebKitGTK, spoken to in plain WebDriver.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const startTimeoutMs = 20_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** A virtual screen on the first free display; answers the display's name. */
async function startScreen(children) {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(screen);
  const [number] = await Promise.race([
    once(screen.stdio[3], 'data'),
    once(screen, 'exit').then(() => {
      throw new Error('Xvfb did not start. Install it, or set DISPLAY.');
    }),
  ]);
  return `:${String(number).trim()}`;
}

/** One WebKit session; its methods are the WebDriver commands that a test run needs. */
async function startDriver(binary, children) {
  const port = await freePort();
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver ${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const env = {
    ...process.env,
    DISPLAY: process.env.DISPLAY ?? (await startScreen(children)),
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    // Without these navigator.language is "C", which Intl refuses.
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US',
  };
  children.push(spawn('WebKitWebDriver', ['-p', String(port)], { env, stdio: 'ignore' }));
  const options = { binary, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  for (const givesUpAt = Date.now() + startTimeoutMs; ;) {
    try {
      const { sessionId } = await call('POST', '/session', { capabilities });
      return {
        open: (url) => call('POST', `/session/${sessionId}/url`, { url }),
        end: () => call('DELETE', `/session/${sessionId}`).catch(() => undefined),
      };
    } catch (error) {
      if (Date.now() > givesUpAt) throw error;
      await wait(100);
    }
  }
}

/** A browser launcher for @web/test-runner. One window, so one file of tests at a time. */
export function webkitLauncher(binary) {
  const children = [];
  let driver;
  let activeSession;
  return {
    name: 'WebKit',
    type: 'webkit',
    concurrency: 1,
    async startSession(sessionId, url) {
      driver ??= startDriver(binary, children);
      activeSession = sessionId;
      await (await driver).open(url);
    },
    isActive: (sessionId) => activeSession === sessionId,
    getBrowserUrl: () => undefined,
    async stopSession() {
      activeSession = undefined;
      await (await driver).open('about:blank');
      return {};
    },
    async stop() {
      await (await driver?.catch(() => undefined))?.end();
      for (const child of children.reverse()) child.kill();
    },
  };
}
