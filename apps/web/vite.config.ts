import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.FIELDLEDGER_DEV_API ?? 'http://127.0.0.1:4000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    sourcemap: false,
    // The polyfill would be an inline script, which the content security policy refuses.
    modulePreload: { polyfill: false },
    // Fonts and pictures stay files: `data:` is not allowed everywhere by our policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
})
