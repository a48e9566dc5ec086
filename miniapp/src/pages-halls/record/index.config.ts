export default definePageConfig({ navigationBarTitleText: '存证', enablePullDownRefresh: true });
