import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityModel } from '../../model/model.js';

const MAX_TRIES = 4;

/**
 * Saves a change of the stored model as a function of the newest one: when somebody else saved meanwhile, the change is
 * made again on top of that. Answers the model before and after.
 */
export async function saveChange(
  adapter: ModelAdapter,
  change: (model: ActivityModel) => ActivityModel,
): Promise<{ former: ActivityModel; saved: ActivityModel }> {
  for (let tries = 1; ; tries++) {
    const { model: former, revision } = await adapter.loadModel();
    const saved = change(former);
    try {
      await adapter.saveModel(saved, revision);
      return { former, saved };
    } catch (error) {
      const cameSecond = error instanceof Error && 'code' in error && error.code === 'revision-conflict';
      if (!cameSecond || tries === MAX_TRIES) throw error;
    }
  }
}
