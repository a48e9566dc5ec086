import { TABS } from './components/tabs';

const weapp = process.env.TARO_ENV === 'weapp';

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/venues/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'pages-venues',
      pages: ['centre/index', 'venue/index', 'booking/index', 'invite/index'],
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
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用来找离你近的党群服务中心' } },
});
