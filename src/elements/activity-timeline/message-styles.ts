import { css, type CSSResult } from 'lit';

/** Empty, filtered-empty and error, and the skeleton. */
export const messageStyles: CSSResult = css`
  .message {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding: 40px 16px;
    text-align: center;
    overflow-wrap: anywhere;
  }

  .message-icon {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--_hover);
    color: var(--_text-secondary);
  }

  .message-icon > svg {
    inline-size: 24px;
    block-size: 24px;
    stroke-width: 1.25;
  }

  .message-icon.danger {
    color: var(--_danger);
  }

  .message > .solid-button {
    margin-block-start: 8px;
  }

  /* Shown only when the answer takes its time, so that a quick one causes no flicker. */
  .chips[part='skeleton'],
  .density[part='skeleton'],
  .month[part='skeleton'] {
    animation: appear 200ms ease 150ms backwards;
  }

  .ghost,
  .bone {
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite;
  }

  .bone {
    display: inline-block;
    block-size: 12px;
    border-radius: 4px;
    vertical-align: middle;
  }

  .ghost-field {
    block-size: 32px;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite;
  }

  .ghost-button {
    visibility: hidden;
  }

  /* Bars of some months, out of one background, since the real ones are one picture too. */
  .density-ghost {
    background: repeating-linear-gradient(to right, var(--_line) 0 8px, transparent 8px 12px);
    clip-path: polygon(
      0 60%,
      12% 40%,
      24% 70%,
      40% 20%,
      52% 55%,
      68% 30%,
      80% 65%,
      100% 10%,
      100% 100%,
      0 100%
    );
    animation: breathe 1.6s ease-in-out infinite;
    pointer-events: none;
  }

  .bone-label {
    inline-size: 56px;
  }

  .bone-month {
    inline-size: 96px;
  }

  .bone-title {
    inline-size: 60%;
  }

  .bone-detail {
    inline-size: 36%;
  }

  .item:nth-child(even) > .item-text .bone-title {
    inline-size: 44%;
  }

  .item:nth-child(3n) > .item-text .bone-detail {
    inline-size: 52%;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
  }

  @media (forced-colors: active) {
    .ghost,
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
