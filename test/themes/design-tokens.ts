/**
 * What design systems set on a page, as far as the presets read it: Fluent 2 (`webLightTheme`, `webDarkTheme` and
 * `teamsLightTheme` of @fluentui/tokens 1.0.0-alpha.24) and Lightning (themes of @salesforce-ux/design-system-2 2.0.0).
 */
type Tokens = Readonly<Record<string, string>>;

const fluentSizes: Tokens = {
  '--fontFamilyBase': "'Segoe UI', sans-serif",
  '--fontSizeBase300': '14px',
  '--borderRadiusXLarge': '8px',
  '--spacingHorizontalL': '16px',
};

export const fluentLight: Tokens = {
  ...fluentSizes,
  '--colorNeutralBackground1': '#ffffff',
  '--colorNeutralBackground1Hover': '#f5f5f5',
  '--colorNeutralForeground1': '#242424',
  '--colorNeutralForeground3': '#616161',
  '--colorBrandForegroundLink': '#115ea3',
  '--colorNeutralForegroundInverted': '#ffffff',
  '--colorBrandBackground2': '#ebf3fc',
  '--colorStatusDangerForeground1': '#b10e1c',
  '--colorNeutralStroke3': '#f0f0f0',
  '--colorNeutralStroke1': '#d1d1d1',
  '--colorNeutralStrokeAccessible': '#616161',
  '--colorBackgroundOverlay': 'rgba(0, 0, 0, 0.4)',
};

export const fluentTeams: Tokens = {
  ...fluentLight,
  '--colorBrandForegroundLink': '#4f52b2',
  '--colorBrandBackground2': '#e8ebfa',
};

export const fluentDark: Tokens = {
  ...fluentSizes,
  '--colorNeutralBackground1': '#292929',
  '--colorNeutralBackground1Hover': '#3d3d3d',
  '--colorNeutralForeground1': '#ffffff',
  '--colorNeutralForeground3': '#adadad',
  '--colorBrandForegroundLink': '#479ef5',
  '--colorNeutralForegroundInverted': '#242424',
  '--colorBrandBackground2': '#082338',
  '--colorStatusDangerForeground1': '#dc626d',
  '--colorNeutralStroke3': '#3d3d3d',
  '--colorNeutralStroke1': '#666666',
  '--colorNeutralStrokeAccessible': '#adadad',
  '--colorBackgroundOverlay': 'rgba(0, 0, 0, 0.5)',
};

const lightningSizes: Tokens = {
  '--slds-g-font-family': 'system-ui, sans-serif',
  '--slds-g-font-scale-base': '0.8125rem',
  '--slds-g-spacing-4': '1rem',
};

export const lightningBlue: Tokens = {
  ...lightningSizes,
  '--slds-g-color-surface-container-1': '#fff',
  '--slds-g-color-surface-container-2': '#f3f3f3',
  '--slds-g-color-on-surface-1': '#757575',
  '--slds-g-color-on-surface-2': '#2e2e2e',
  '--slds-g-color-accent-2': '#0176d3',
  '--slds-g-color-error-1': '#ba0517',
  '--slds-g-color-border-1': '#c9c9c9',
  '--slds-g-color-border-2': '#757575',
  '--slds-g-radius-border-2': '0.25rem',
};

export const lightningCosmos: Tokens = {
  ...lightningSizes,
  '--slds-g-color-surface-container-1': 'light-dark(#fff, #242424)',
  '--slds-g-color-surface-container-2': 'light-dark(#f3f3f3, #181818)',
  '--slds-g-color-on-surface-1': 'light-dark(#5c5c5c, #aeaeae)',
  '--slds-g-color-on-surface-2': 'light-dark(#2e2e2e, #e5e5e5)',
  '--slds-g-color-accent-2': 'light-dark(#0250d9, #7cb1fe)',
  '--slds-g-color-error-1': 'light-dark(#b60554, #fe8aa7)',
  '--slds-g-color-border-1': 'light-dark(#c9c9c9, #444)',
  '--slds-g-color-border-2': 'light-dark(#5c5c5c, #757575)',
  '--slds-g-radius-border-2': '0.5rem',
};
