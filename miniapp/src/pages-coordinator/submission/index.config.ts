export default definePageConfig({ navigationBarTitleText: '核实', enablePullDownRefresh: true });
