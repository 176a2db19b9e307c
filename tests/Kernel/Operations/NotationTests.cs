using System.Text.RegularExpressions;
using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Operations;

/// <summary>How operations are written for people: every template can be filled in.</summary>
public partial class NotationTests
{
    public static TheoryData<string> Rows() => [.. OperationTable.Cases.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_template_names_operands_that_exist_and_has_balanced_braces(string name)
    {
        var value = OperationTable.Cases[name](ReferenceCase.All[name].Leaves(DType.Float64, Device.Cpu));
        foreach (var node in GraphWalk.NearestFirst(new[] { value.Node }.OfType<Node>()).Where(node => node.Operation is not null))
        {
            var notation = node.Operation!.Notation;
            Assert.InRange(notation.Symbol.Length, 1, 32);
            Assert.True(notation.Derivatives.Count <= node.Operands.Count, $"{node.OperationName} has more derivatives than operands");
            Assert.True(notation.Pullbacks.Count == 0 || notation.Pullbacks.Count == node.Operands.Count, $"{node.OperationName} pulls to some operands");
            foreach (var template in notation.Derivatives.Append(notation.Formula).Append(notation.Latex))
            {
                AssertFills(node, template);
            }

            Assert.All(notation.Pullbacks, template => AssertFills(node, template.Replace("{g}", "")));

            Assert.All(notation.Derivatives.Append(notation.Formula), template => Assert.DoesNotContain("{{", template));
        }
    }

    private static void AssertFills(Node node, string template)
    {
        var rest = Place().Replace(template.Replace("{{", "").Replace("}}", ""), place =>
        {
            Assert.True(
                place.Groups[1].Value == "y" || int.Parse(place.Groups[1].Value) < node.Operands.Count,
                $"{node.OperationName}: {template} names an operand too many");
            return "";
        });
        Assert.False(rest.Contains('{') || rest.Contains('}'), $"{node.OperationName}: {template} has a stray brace");
        Assert.Equal(Count(template, "{{"), Count(template, "}}"));
    }

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));

    [GeneratedRegex(@"\{(y|\d)\}")]
    private static partial Regex Place();
}
