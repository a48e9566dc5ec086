import { TABS } from './components/tabs';

const weapp = process.env.TARO_ENV === 'weapp';

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/venues/index', 'pages/volunteer/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'pages-venues',
      pages: ['centre/index', 'venue/index', 'booking/index', 'invite/index'],
    },
    {
      root: 'pages-volunteer',
      pages: [
        'task/index',
        'join/index',
        'profile/index',
        'guardian/index',
        'claims/index',
        'claim/index',
        'patrol/index',
        'hours/index',
        'hours-item/index',
        'publication/index',
        'certificates/index',
        'certificate/index',
        'check/index',
        'consents/index',
      ],
    },
    {
      root: 'pages-me',
      pages: [
        'login/index',
        'phone/index',
        'residency/index',
        'bookings/index',
        'inbox/index',
        'settings/index',
        'waitlist/index',
        'pauses/index',
      ],
    },
    {
      root: 'pages-staff',
      pages: [
        'workbench/index',
        'board/index',
        'approvals/index',
        'checkin/index',
        'closures/index',
        'venues/index',
        'venue-edit/index',
        'centre-edit/index',
        'desk-booking/index',
        'residencies/index',
        'appeals/index',
        'roles/index',
        'audit/index',
      ],
    },
    {
      root: 'pages-coordinator',
      pages: [
        'tasks/index',
        'task/index',
        'task-edit/index',
        'shift/index',
        'code/index',
        'submissions/index',
        'submission/index',
        'live/index',
        'replay/index',
        'volunteers/index',
        'hours/index',
        'certificates/index',
      ],
    },
  ],
  window: {
    // On H5 the page draws its own header.
    navigationStyle: weapp ? 'default' : 'custom',
    navigationBarTitleText: '街坊',
    navigationBarBackgroundColor: weapp ? '@bar' : '#f6f4f1',
    navigationBarTextStyle: weapp ? '@barText' : 'black',
    backgroundColor: weapp ? '@bar' : '#f6f4f1',
    backgroundTextStyle: weapp ? '@pull' : 'dark',
  },
  tabBar: {
    // Drawn by the pages themselves (components/TabBar), so that it follows elder view and dark.
    custom: true,
    color: '#6b645d',
    selectedColor: '#c2402e',
    backgroundColor: '#ffffff',
    list: TABS.map(({ name, word }) => ({ pagePath: `pages/${name}/index`, text: word })),
  },
  animation: false,
  darkmode: true,
  ...(weapp ? { themeLocation: 'theme.json' } : {}),
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: [
    'getLocation',
    'onLocationChange',
    'startLocationUpdate',
    'startLocationUpdateBackground',
  ],
  // A patrol goes on with the screen off; the person allows that in WeChat's settings.
  requiredBackgroundModes: ['location'],
  permission: {
    'scope.userLocation': { desc: '用来找离你近的中心和任务、现场签到；巡防时在你同意后记录走过的路线' },
    'scope.userLocationBackground': { desc: '巡防时锁屏也能接着记录路线，点结束就停' },
  },
});
