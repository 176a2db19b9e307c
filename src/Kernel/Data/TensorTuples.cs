namespace NotebookGrad;

/// <summary>Arrays of tensors taken apart: <c>foreach (var (images, labels) in loader)</c>.</summary>
public static class TensorTuples
{
    extension(Tensor[] tensors)
    {
        /// <summary>Two tensors.</summary>
        /// <exception cref="ArgumentException">There are not two.</exception>
        public void Deconstruct(out Tensor first, out Tensor second)
        {
            Check(tensors, 2);
            (first, second) = (tensors[0], tensors[1]);
        }

        /// <summary>Three tensors.</summary>
        /// <exception cref="ArgumentException">There are not three.</exception>
        public void Deconstruct(out Tensor first, out Tensor second, out Tensor third)
        {
            Check(tensors, 3);
            (first, second, third) = (tensors[0], tensors[1], tensors[2]);
        }

        /// <summary>Four tensors.</summary>
        /// <exception cref="ArgumentException">There are not four.</exception>
        public void Deconstruct(out Tensor first, out Tensor second, out Tensor third, out Tensor fourth)
        {
            Check(tensors, 4);
            (first, second, third, fourth) = (tensors[0], tensors[1], tensors[2], tensors[3]);
        }
    }

    private static void Check(Tensor[] tensors, int count)
    {
        if (tensors.Length != count)
        {
            throw new ArgumentException(
                $"{tensors.Length} tensors do not go into {count} variables: they are "
                + $"{string.Join(", ", tensors.Select(tensor => tensor.Shape))}; take as many, or index the array");
        }
    }
}
