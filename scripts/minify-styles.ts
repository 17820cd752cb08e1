import type { Plugin } from 'vite';

/** The same style sheet without comments, and without the white space that means nothing. */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}

/** Shortens what stands in css`…`: it is text to a bundler, which leaves it as it is. */
export function minifyStyles(): Plugin {
  return {
    name: 'minify-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/elements\/.*\.ts$/.test(id) || !code.includes('css`')) return null;
      const short = code.replace(/\bcss`([^`]*)`/g, (_, css: string) => `css\`${minifyCss(css)}\``);
      // Files of styles hold nothing else that a map would lead to.
      return { code: short, map: null };
    },
  };
}
