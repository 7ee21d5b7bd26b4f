declare module 'virtual:map' {
  /** Europe and the world as they are drawn; made in .ci/made/map.ts. */
  export const map: import('../../shared/flat-map.ts').MapDrawings
}
