// dist/fit.mjs: who would fit, for any Node and without a browser. After the app, whose service worker doesn't keep it.
import { build } from 'vite'

await build({
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: 'src/records/fit/index.ts', formats: ['es'], fileName: () => 'fit.mjs' },
  },
})
