namespace Lianzhang.Core.Registers;

/// <summary>The items that enterprises report monthly, as the bundled programme names them.</summary>
public static class EnterpriseItems
{
    public const string Output = "enterprise_output";
    public const string Sales = "enterprise_sales";
    public const string Revenue = "enterprise_revenue";
    public const string MainRevenue = "enterprise_main_revenue";
    public const string Profit = "enterprise_profit";
    public const string Tax = "enterprise_tax";
    public const string Research = "enterprise_rd";
    public const string Exports = "enterprise_exports";
    public const string Investment = "enterprise_investment";
    public const string ValueAdded = "enterprise_value_added";
    public const string NewProducts = "enterprise_new_product_revenue";
    public const string Energy = "enterprise_energy";
    public const string Electricity = "enterprise_electricity";
    public const string Water = "enterprise_water";
    public const string Employees = "enterprise_employees";
    public const string ResearchStaff = "enterprise_rd_staff";
    public const string Assets = "enterprise_assets";
    public const string Liabilities = "enterprise_liabilities";
    public const string Receivables = "enterprise_receivables";
    public const string Inventory = "enterprise_inventory";

    /// <summary>All of them in the order in which a report has them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Output, Sales, Revenue, MainRevenue, Profit, Tax, Research, Exports, Investment, ValueAdded, NewProducts, Energy, Electricity, Water,
        Employees, ResearchStaff, Assets, Liabilities, Receivables, Inventory,
    ];
}
