import type { Feature } from '../../ui/feature.ts'

export const feature: Feature = {
  name: 'photos',
  kindKeys: { photo: 'photos.photo' },
  routes: { '/photos/:id': () => import('./photo.tsx').then((module) => module.PhotoPage) },
  about: () => import('./about.tsx').then((module) => module.PhotosAbout),
  details: () => import('./details.ts'),
}
