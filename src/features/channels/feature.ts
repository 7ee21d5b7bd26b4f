import type { Feature, Screen } from '../../ui/feature.ts'

const form = (): Promise<Screen> => import('./form.tsx').then((module) => module.ChannelForm)

export const feature: Feature = {
  name: 'channels',
  kindKeys: { channel: 'channels.channel' },
  doors: [
    {
      group: 'association',
      path: '/channels',
      picture: 'door-channels',
      titleKey: 'channels.title',
      order: 7,
    },
  ],
  routes: {
    '/channels': () => import('./list.tsx').then((module) => module.ChannelList),
    '/channels/new': form,
    '/channels/:id': () => import('./page.tsx').then((module) => module.ChannelPage),
    '/channels/:id/change': form,
  },
  details: () => import('./details.ts'),
}
