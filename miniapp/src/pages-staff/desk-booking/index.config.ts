export default definePageConfig({ navigationBarTitleText: '代约', enablePullDownRefresh: true });
