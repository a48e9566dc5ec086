export default definePageConfig({ navigationBarTitleText: '巡防回放', enablePullDownRefresh: true });
