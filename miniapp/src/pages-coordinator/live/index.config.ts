export default definePageConfig({ navigationBarTitleText: '正在巡防', enablePullDownRefresh: true });
