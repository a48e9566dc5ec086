export default definePageConfig({ navigationBarTitleText: '说到做到', enablePullDownRefresh: true });
