import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'photos',
  kindKeys: { photo: 'photos.photo' },
  fieldWords: {
    photo: () => import('./field-words.ts').then((module) => module.photoWords),
  },
  routes: { '/photos/:id': () => import('./photo.tsx').then((module) => module.PhotoPage) },
  about: () => import('./about.tsx').then((module) => module.PhotosAbout),
}
