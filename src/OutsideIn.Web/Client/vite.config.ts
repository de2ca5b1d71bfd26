import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// The report is one file: scripts and styles go into the page itself, in front of the data the program adds.
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle['report.html'];
      if (page?.type !== 'asset') return;
      let html = String(page.source).replace(/<script [^>]*src="[^"]*"[^>]*><\/script>/g, '').replace(/<link rel="(stylesheet|modulepreload)"[^>]*>/g, '');
      let styles = '';
      let scripts = '';
      for (const [name, file] of Object.entries(bundle)) {
        // Vite's list of files to load ahead stands here as a name until later than this; one file has none.
        if (file.type === 'chunk') scripts += `<script type="module">${file.code.replaceAll('__VITE_PRELOAD__', 'void 0').replaceAll('</script', '<\\/script')}</script>`;
        else if (name.endsWith('.css')) styles += `<style>${String(file.source)}</style>`;
        else if (name !== 'report.html') continue;
        if (name !== 'report.html') delete bundle[name];
      }
      html = html.replace('</head>', () => `${styles}</head>`).replace('</body>', () => `<!--replies-->${scripts}</body>`);
      page.source = html;
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: mode === 'report' ? [react(), oneFile()] : [react()],
  define: { __REPORT__: JSON.stringify(mode === 'report') },
  publicDir: mode === 'report' ? false : 'public',
  build: {
    outDir: 'dist',
    emptyOutDir: mode !== 'report',
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: mode === 'report' ? 10_000_000 : 4096,
    cssCodeSplit: mode !== 'report',
    modulePreload: mode === 'report' ? false : { polyfill: false },
    rollupOptions: mode === 'report' ? { input: 'report.html', output: { codeSplitting: false } } : {},
  },
  server: { proxy: { '/api': 'http://127.0.0.1:5080' } },
}));
