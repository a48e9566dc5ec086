export default definePageConfig({ navigationBarTitleText: '时长', enablePullDownRefresh: true });
