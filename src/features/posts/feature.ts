import type { Feature, Screen } from '../../ui/feature.ts'

const post = (): Promise<Screen> => import('./post.tsx').then((module) => module.PostPage)

export const feature: Feature = {
  name: 'posts',
  kindKeys: { post: 'posts.post' },
  routes: { '/posts/new/:about': post, '/posts/new/:about/:anniversary': post, '/posts/:id': post },
  about: () => import('./about.tsx').then((module) => module.PostsAbout),
  details: () => import('./details.ts'),
}
