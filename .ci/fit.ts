import { build } from 'vite'

/** Writes fit.mjs into a folder: who would fit, for any Node and without a browser. */
export async function buildFit(folder: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: 'src/records/fit/index.ts', formats: ['es'], fileName: () => 'fit.mjs' },
    },
  })
}
