export default definePageConfig({ navigationBarTitleText: '巡防' });
