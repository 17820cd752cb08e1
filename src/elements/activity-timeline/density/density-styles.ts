import { css, type CSSResult } from 'lit';

/** The picture of months above the list. Its two sliders lie over it, only their handles take the pointer. */
export const densityStyles: CSSResult = css`
  .density {
    position: relative;
    margin-block-start: 8px;
    padding-block-end: 4px;
    border-block-end: 1px solid var(--_line);
  }

  .density-picture {
    position: relative;
    block-size: 40px;
    border-radius: 2px;
    cursor: crosshair;
    touch-action: pan-y;
    user-select: none;
  }

  .density-picture:hover {
    background: var(--_hover);
  }

  .density-bars,
  .density-marks {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .density svg:dir(rtl) {
    transform: scaleX(-1);
  }

  .bar {
    fill: var(--_color);
    stroke: none;
  }

  .dim {
    fill: var(--_surface);
    stroke: none;
    opacity: 0.75;
  }

  .here {
    fill: var(--_primary);
    stroke: none;
    opacity: 0.2;
  }

  .density-ends {
    position: relative;
    block-size: 24px;
  }

  .density-end {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 24px;
    margin: 0;
    background: none;
    accent-color: var(--_primary);
    appearance: none;
    pointer-events: none;
  }

  /* With both at the last step, this is the one that can still be pulled. */
  .density-end.upper {
    z-index: 1;
  }

  /* Both fill the same box: only the ring of a handle tells which one has the focus. */
  .density-end:focus-visible {
    outline: none;
  }

  .density-end:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_primary);
    outline-offset: -2px;
  }

  .density-end:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_primary);
    outline-offset: -2px;
  }

  .density-end::-webkit-slider-runnable-track {
    block-size: 2px;
    background: var(--_border);
  }

  .density-end::-moz-range-track {
    block-size: 2px;
    background: var(--_border);
  }

  /* One line for both. */
  .density-end + .density-end::-webkit-slider-runnable-track {
    background: none;
  }

  .density-end + .density-end::-moz-range-track {
    background: none;
  }

  .density-end::-webkit-slider-thumb {
    box-sizing: border-box;
    inline-size: 24px;
    block-size: 24px;
    margin-block-start: -11px;
    border: 6px solid var(--_surface);
    border-radius: 50%;
    background: var(--_primary);
    appearance: none;
    cursor: ew-resize;
    pointer-events: auto;
  }

  .density-end::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 24px;
    block-size: 24px;
    border: 6px solid var(--_surface);
    border-radius: 50%;
    background: var(--_primary);
    cursor: ew-resize;
    pointer-events: auto;
  }

  .density-scale {
    display: flex;
    justify-content: space-between;
    color: var(--_text-secondary);
    font-size: calc(var(--_font-size) * 6 / 7);
  }

  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }

    .dim {
      fill: Canvas;
    }

    .here {
      fill: Highlight;
    }

    .density-end::-webkit-slider-runnable-track {
      background: CanvasText;
    }

    .density-end::-moz-range-track {
      background: CanvasText;
    }

    /* The border is the room around the handle; a colour of the page's own would be drawn as an edge. */
    .density-end::-webkit-slider-thumb {
      border-color: Canvas;
      background: ButtonText;
    }

    .density-end::-moz-range-thumb {
      border-color: Canvas;
      background: ButtonText;
    }
  }
`;
