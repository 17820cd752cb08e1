import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Engine } from '../../src/engine/engine.js';
import { openWorld, type SeedProgress } from './seed.js';
import { dataFolder, worldOf, type WorldId } from './worlds.js';

export type Workspace =
  | { status: 'opening'; progress?: SeedProgress }
  | { status: 'open'; engine: Engine }
  | { status: 'failed'; error: unknown };

/** The workspaces of the worlds that were looked at. Each is opened once and stays open, so that going back is instant. */
export class Workspaces implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #workspaces = new Map<WorldId, Workspace>();
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    for (const workspace of this.#workspaces.values()) {
      if (workspace.status === 'open') void workspace.engine.close();
    }
    this.#workspaces.clear();
  }

  get(id: WorldId): Workspace {
    return this.#workspaces.get(id) ?? { status: 'opening' };
  }

  /** Opens a world's workspace unless it is open or opening; one that failed is tried again. */
  async open(id: WorldId): Promise<void> {
    const known = this.#workspaces.get(id);
    if (known && known.status !== 'failed') return;
    this.#show(id, { status: 'opening' });
    try {
      const engine = await openWorld(worldOf(id), {
        data: dataFolder(id, document.baseURI),
        onProgress: (progress) => this.#show(id, { status: 'opening', progress }),
      });
      if (this.#isConnected) this.#show(id, { status: 'open', engine });
      else await engine.close();
    } catch (error) {
      this.#show(id, { status: 'failed', error });
    }
  }

  #show(id: WorldId, workspace: Workspace): void {
    this.#workspaces.set(id, workspace);
    this.#host.requestUpdate();
  }
}
