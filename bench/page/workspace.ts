/** The workspace that both pages open. */
export const WORKSPACE = 'bench';
