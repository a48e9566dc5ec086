export default definePageConfig({ navigationBarTitleText: '服务待核实', enablePullDownRefresh: true });
