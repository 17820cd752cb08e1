import type { ModelAdapter } from '../../model/model-adapter.js';
import type { ActivityModel } from '../../model/model.js';

const MAX_TRIES = 4;

/**
 * Saves a change of the stored model as a function of the newest one: when somebody else saved meanwhile, the change is
 * made again on top of that. Answers the model as it was before.
 */
export async function saveChange(
  adapter: ModelAdapter,
  change: (model: ActivityModel) => ActivityModel,
): Promise<ActivityModel> {
  for (let tries = 1; ; tries++) {
    const { model, revision } = await adapter.loadModel();
    try {
      await adapter.saveModel(change(model), revision);
      return model;
    } catch (error) {
      const cameSecond = error instanceof Error && 'code' in error && error.code === 'revision-conflict';
      if (!cameSecond || tries === MAX_TRIES) throw error;
    }
  }
}
