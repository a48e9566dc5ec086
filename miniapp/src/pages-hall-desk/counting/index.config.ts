export default definePageConfig({ navigationBarTitleText: '计票室', enablePullDownRefresh: true });
