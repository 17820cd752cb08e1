import 'vis-timeline/styles/vis-timeline-graph2d.css';
import { DataSet, Timeline } from 'vis-timeline/standalone';
import { allRows, type PrepareList } from '../lists.js';

/** Items with a title each, there before the clock starts. */
export const prepare: PrepareList = (box, count) => {
  const items = new DataSet(
    allRows(count).map(({ activityId, title, timestamp }) => ({
      id: activityId,
      content: title,
      start: timestamp,
    })),
  );
  return () => {
    new Timeline(box, items, { height: '100%' });
    return {
      isThere: () => box.querySelector('.vis-item') !== null,
      scroller: () => box,
      rows: () => [],
      nodes: () => box.querySelectorAll('*').length,
    };
  };
};
