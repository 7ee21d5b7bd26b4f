import type { Config } from '../config.ts'

export function servePages(_site: unknown, _config: Config): void {}
